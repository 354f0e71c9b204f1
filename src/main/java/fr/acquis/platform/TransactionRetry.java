package fr.acquis.platform;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tries a transaction again when the database chose it as the loser of a race: deadlock, lock wait, stale version. Stands
 * outside the transaction, so that every try reads afresh; inside a running one it does nothing, the outermost decides.
 */
@Aspect
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 100)
class TransactionRetry {

    private static final Logger log = LoggerFactory.getLogger(TransactionRetry.class);
    private static final int TRIES = 3;

    @Around("within(fr.acquis..*) && (@annotation(org.springframework.transaction.annotation.Transactional)"
            + " || @within(org.springframework.transaction.annotation.Transactional))")
    Object again(ProceedingJoinPoint call) throws Throwable {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return call.proceed();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return call.proceed();
            } catch (ConcurrencyFailureException lost) {
                if (attempt == TRIES) {
                    throw lost;
                }
                log.info(
                        "{} lost a race ({}), try {}",
                        call.getSignature().toShortString(),
                        lost.getClass().getSimpleName(),
                        attempt + 1);
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(5_000_000L, 40_000_000L) * attempt);
            }
        }
    }
}

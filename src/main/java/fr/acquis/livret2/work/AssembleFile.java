package fr.acquis.livret2.work;

import fr.acquis.livret2.Deposit;
import fr.acquis.livret2.DepositReceipts;
import fr.acquis.livret2.Deposits;
import fr.acquis.livret2.FileMaking;
import fr.acquis.notification.RenderedLetter;
import fr.acquis.workflow.Job;
import fr.acquis.workflow.Worker;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes the one file of a deposit and its receipt. */
@Component
class AssembleFile implements Worker {

    private final Deposits deposits;
    private final FileMaking making;
    private final DepositReceipts receipts;

    AssembleFile(Deposits deposits, FileMaking making, DepositReceipts receipts) {
        this.deposits = deposits;
        this.making = making;
        this.receipts = receipts;
    }

    @Override
    public String jobType() {
        return "assemble-file";
    }

    @Override
    public Object prepare(Job job) {
        Deposit deposit = deposits.atHand(job.journey(), job.number("attempt"));
        FileMaking.Made made = making.make(deposit);
        return new Prepared(deposit, made, receipts.render(deposit, made.file()));
    }

    @Override
    public Map<String, Object> handle(Job job, Object prepared) {
        Prepared ready = (Prepared) prepared;
        making.keep(ready.deposit(), ready.made());
        receipts.keep(ready.deposit(), ready.receipt());
        return deposits.due(ready.deposit());
    }

    private record Prepared(Deposit deposit, FileMaking.Made made, RenderedLetter receipt) {}
}

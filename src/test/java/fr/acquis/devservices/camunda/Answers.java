package fr.acquis.devservices.camunda;

import fr.acquis.devservices.camunda.log.FileLog;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.RejectionType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.stream.api.CommandResponseWriter;
import io.camunda.zeebe.util.buffer.BufferUtil;
import io.camunda.zeebe.util.buffer.BufferWriter;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Brings the engine's answers to whoever asked. An answer leaves only when everything the engine wrote for it is
 * durable: what a caller was told survives any death that follows.
 *
 * <p>The engine keeps the id of a request that waits for a task listener and answers it after a restart too, so ids
 * never repeat: the high half counts the starts of the folder. An answer nobody waits for is dropped.
 */
final class Answers implements CommandResponseWriter {

    static final int STREAM = 1;

    private final FileLog log;
    private final AtomicLong ids;
    private final Map<Long, CompletableFuture<Answer>> waiting = new ConcurrentHashMap<>();

    // One answer at a time is put together here, on the processor's thread.
    private long key;
    private Intent intent;
    private RejectionType rejection;
    private String reason;
    private DirectBuffer value;

    Answers(FileLog log, long starts) {
        this.log = log;
        this.ids = new AtomicLong(starts << 32);
    }

    long expect(CompletableFuture<Answer> answer) {
        long id = ids.incrementAndGet();
        waiting.put(id, answer);
        answer.whenComplete((answered, failed) -> waiting.remove(id));
        return id;
    }

    @Override
    public void tryWriteResponse(int stream, long id) {
        CompletableFuture<Answer> asked = waiting.get(id);
        if (asked == null) {
            return;
        }
        if (rejection != RejectionType.NULL_VAL) {
            Refusal refused = Refusal.rejected(rejection, intent, reason);
            log.whenDurable(log.appended(), () -> asked.completeExceptionally(refused));
            return;
        }
        Answer answer = new Answer(key, intent, value);
        log.whenDurable(log.appended(), () -> asked.complete(answer));
    }

    @Override
    public CommandResponseWriter valueWriter(BufferWriter writer) {
        UnsafeBuffer copy = new UnsafeBuffer(new byte[writer.getLength()]);
        writer.write(copy, 0);
        value = copy;
        return this;
    }

    @Override
    public CommandResponseWriter key(long given) {
        key = given;
        return this;
    }

    @Override
    public CommandResponseWriter intent(Intent given) {
        intent = given;
        return this;
    }

    @Override
    public CommandResponseWriter rejectionType(RejectionType given) {
        rejection = given;
        return this;
    }

    @Override
    public CommandResponseWriter rejectionReason(DirectBuffer given) {
        reason = BufferUtil.bufferAsString(given);
        return this;
    }

    @Override
    public CommandResponseWriter partitionId(int given) {
        return this;
    }

    @Override
    public CommandResponseWriter recordType(RecordType given) {
        return this;
    }

    @Override
    public CommandResponseWriter valueType(ValueType given) {
        return this;
    }
}

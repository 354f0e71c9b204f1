package fr.acquis.devservices.camunda;

import fr.acquis.devservices.camunda.log.FileLog;
import io.camunda.zeebe.logstreams.log.LogAppendEntry;
import io.camunda.zeebe.logstreams.log.LogStreamWriter;
import io.camunda.zeebe.logstreams.log.WriteContext;
import io.camunda.zeebe.protocol.impl.encoding.AuthInfo;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.stream.api.InterPartitionCommandSender;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Writes commands to the log, for the gateway and for the engine's own single partition. */
public final class Commands implements InterPartitionCommandSender {

    /** How long a real gateway waits for its broker. */
    public static final Duration PATIENCE = Duration.ofSeconds(15);

    private final LogStreamWriter writer;
    private final FileLog log;
    private final Answers answers;

    Commands(LogStreamWriter writer, FileLog log, Answers answers) {
        this.writer = writer;
        this.log = log;
        this.answers = answers;
    }

    public CompletableFuture<Answer> send(Command command) {
        return send(command, PATIENCE);
    }

    /** The future ends with the engine's answer, a {@link Refusal}, or a {@code TimeoutException}. */
    public CompletableFuture<Answer> send(Command command, Duration patience) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        if (log.trouble().isPresent()) {
            answer.completeExceptionally(new Refusal(
                    Refusal.Kind.UNAVAILABLE,
                    "The engine cannot write its log (" + log.trouble().get()
                            + "): nothing is accepted until it can. Try again later."));
            return answer;
        }
        RecordMetadata metadata =
                command.metadata().requestStreamId(Answers.STREAM).requestId(answers.expect(answer));
        LogAppendEntry entry = entry(command.key(), metadata, command.value());
        Refusal refused = write(WriteContext.userCommand(command.intent()), entry);
        if (refused != null) {
            answer.completeExceptionally(refused);
            return answer;
        }
        return answer.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Writes a command nobody waits for. */
    void tell(Command command) {
        write(WriteContext.internal(), entry(command.key(), command.metadata(), command.value()));
    }

    @Override
    public void sendCommand(
            int partition, ValueType type, Intent intent, Long key, UnifiedRecordValue value, AuthInfo authorisation) {
        long recordKey = key == null ? Command.NO_KEY : key;
        RecordMetadata metadata = new Command(recordKey, type, intent, value, 0).metadata();
        if (authorisation != null) {
            metadata.authorization(authorisation);
        }
        write(WriteContext.interPartition(), entry(recordKey, metadata, value));
    }

    private static LogAppendEntry entry(long key, RecordMetadata metadata, UnifiedRecordValue value) {
        return key == Command.NO_KEY ? LogAppendEntry.of(metadata, value) : LogAppendEntry.of(key, metadata, value);
    }

    private Refusal write(WriteContext context, LogAppendEntry entry) {
        if (!writer.canWriteEvents(1, entry.getLength())) {
            return new Refusal(Refusal.Kind.INVALID_ARGUMENT, "Request size is above configured maxMessageSize.");
        }
        return writer.tryWrite(context, entry)
                .fold(
                        failure -> switch (failure) {
                            case CLOSED -> new Refusal(Refusal.Kind.UNAVAILABLE, "The engine is stopping");
                            case WRITE_LIMIT_EXHAUSTED, REQUEST_LIMIT_EXHAUSTED ->
                                new Refusal(
                                        Refusal.Kind.UNAVAILABLE,
                                        "The engine has more than it can do; try again later");
                            case INVALID_ARGUMENT ->
                                new Refusal(Refusal.Kind.INTERNAL, "The log did not accept the record");
                        },
                        position -> null);
    }
}

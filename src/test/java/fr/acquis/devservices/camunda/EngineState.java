package fr.acquis.devservices.camunda;

import io.camunda.zeebe.db.ColumnFamily;
import io.camunda.zeebe.db.TransactionContext;
import io.camunda.zeebe.db.ZeebeDb;
import io.camunda.zeebe.db.impl.DbLong;
import io.camunda.zeebe.engine.EngineConfiguration;
import io.camunda.zeebe.engine.state.deployment.DbProcessState;
import io.camunda.zeebe.engine.state.deployment.DeployedProcess;
import io.camunda.zeebe.engine.state.instance.DbIncidentState;
import io.camunda.zeebe.engine.state.instance.DbJobState;
import io.camunda.zeebe.engine.state.instance.DbUserTaskState;
import io.camunda.zeebe.engine.state.instance.ElementInstance;
import io.camunda.zeebe.engine.state.instance.Incident;
import io.camunda.zeebe.engine.state.instance.UserTaskRecordValue;
import io.camunda.zeebe.protocol.ZbColumnFamilies;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.TenantOwned;
import io.camunda.zeebe.stream.impl.state.DbKeyGenerator;
import io.camunda.zeebe.util.buffer.BufferUtil;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads the engine's working state from outside its own thread, always what it last made true. What has ended is no
 * longer in it: only what is active can be found here.
 *
 * <p>One reader at a time: a transaction of the store belongs to one thread, and nobody may read once it is closed.
 */
public final class EngineState implements AutoCloseable {

    private final ReentrantLock lock = new ReentrantLock();
    private final DbJobState jobs;
    private final DbUserTaskState taskStates;
    private final DbIncidentState incidentStates;
    private final DbProcessState processes;
    private final ColumnFamily<DbLong, UserTaskRecordValue> tasks;
    private final ColumnFamily<DbLong, ElementInstance> elements;
    private final ColumnFamily<DbLong, Incident> incidents;
    private final DbLong key = new DbLong();
    private final DbKeyGenerator keys;
    private final KeyTimes keyTimes;
    private final Map<Long, Definition> definitions = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private boolean closed;

    EngineState(
            ZeebeDb<ZbColumnFamilies> db, EngineConfiguration configuration, KeyTimes keyTimes, InstantSource clock) {
        this.keyTimes = keyTimes;
        this.clock = clock;
        TransactionContext context = db.createContext();
        jobs = new DbJobState(db, context);
        taskStates = new DbUserTaskState(db, context);
        incidentStates = new DbIncidentState(db, context, EngineCore.PARTITION);
        processes = new DbProcessState(db, context, configuration, clock);
        keys = new DbKeyGenerator(EngineCore.PARTITION, db, context);
        tasks = db.createColumnFamily(ZbColumnFamilies.USER_TASKS, context, key, new UserTaskRecordValue());
        elements = db.createColumnFamily(ZbColumnFamilies.ELEMENT_INSTANCE_KEY, context, key, new ElementInstance());
        incidents = db.createColumnFamily(ZbColumnFamilies.INCIDENTS, context, key, new Incident());
    }

    /** Whether a job of the type could be handed out now. */
    boolean hasJobFor(String type, List<String> tenants) {
        boolean[] found = {false};
        return read(
                () -> {
                    jobs.forEachActivatableJobs(BufferUtil.wrapString(type), tenants, (jobKey, job) -> {
                        found[0] = true;
                        return false;
                    });
                    return found[0];
                },
                false);
    }

    public Optional<ActiveTask> task(long taskKey) {
        return read(
                () -> {
                    key.wrapLong(taskKey);
                    return Optional.ofNullable(tasks.get(key)).map(value -> activeTask(taskKey, value));
                },
                Optional.empty());
    }

    /** Every user task that is not finished, in the order of their keys. */
    public void eachTask(Consumer<ActiveTask> visitor) {
        each(() -> tasks.forEach((found, value) -> visitor.accept(activeTask(found.getValue(), value))));
    }

    private ActiveTask activeTask(long taskKey, UserTaskRecordValue value) {
        return ActiveTask.of(value.getRecord(), taskStates.getLifecycleState(taskKey));
    }

    public Optional<ActiveInstance> instance(long instanceKey) {
        return read(
                () -> {
                    key.wrapLong(instanceKey);
                    return Optional.ofNullable(elements.get(key))
                            .filter(EngineState::isInstance)
                            .map(ActiveInstance::of);
                },
                Optional.empty());
    }

    /** Every process instance that has not ended, in the order of their keys. */
    public void eachInstance(Consumer<ActiveInstance> visitor) {
        each(() -> elements.forEach((found, element) -> {
            if (isInstance(element)) {
                visitor.accept(ActiveInstance.of(element));
            }
        }));
    }

    private static boolean isInstance(ElementInstance element) {
        return element.getValue().getBpmnElementType() == BpmnElementType.PROCESS;
    }

    public Optional<ActiveIncident> incident(long incidentKey) {
        return read(
                () -> {
                    key.wrapLong(incidentKey);
                    return Optional.ofNullable(incidents.get(key))
                            .map(incident -> ActiveIncident.of(incidentKey, incident.getRecord()));
                },
                Optional.empty());
    }

    /** Every incident that is not resolved, in the order of their keys. */
    public void eachIncident(Consumer<ActiveIncident> visitor) {
        each(() -> incidents.forEach(
                (found, incident) -> visitor.accept(ActiveIncident.of(found.getValue(), incident.getRecord()))));
    }

    /** What a definition is called and drawn as. */
    public Optional<Definition> definition(long definitionKey) {
        return read(
                () -> Optional.ofNullable(processes.getProcessByKeyAndTenant(
                                definitionKey, TenantOwned.DEFAULT_TENANT_IDENTIFIER))
                        .map(process -> definitions.computeIfAbsent(definitionKey, key -> definition(process))),
                Optional.empty());
    }

    private static Definition definition(DeployedProcess process) {
        return Definition.of(
                BufferUtil.bufferAsString(process.getBpmnProcessId()),
                BufferUtil.bufferAsString(process.getResource()),
                element -> Optional.ofNullable(process.getProcess().getElementById(element))
                        .map(found -> found.getName())
                        .map(BufferUtil::bufferAsString)
                        .filter(name -> !name.isEmpty()),
                Optional.ofNullable(process.getVersionTag()).filter(tag -> !tag.isEmpty()));
    }

    /** When the thing with this key was made, to the second. */
    public Instant madeAt(long key) {
        return keyTimes.madeAt(key, clock.instant());
    }

    void noteKeys() {
        long newest = read(keys::getCurrentKey, 0L);
        keyTimes.note(newest, clock.instant());
    }

    private void each(Runnable visit) {
        read(
                () -> {
                    visit.run();
                    return null;
                },
                null);
    }

    private <T> T read(Supplier<T> reading, T whenClosed) {
        lock.lock();
        try {
            return closed ? whenClosed : reading.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
    }
}

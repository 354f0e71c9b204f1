package fr.acquis.worklist;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flowable.common.engine.api.FlowableException;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.ProcessEngineConfiguration;
import org.flowable.engine.TaskService;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flowable.task.api.Task;
import org.flowable.task.api.TaskQuery;

/** Flowable's task query; names and certification are variables of the task. */
final class FlowableSide implements Side {

    private static final int PAGE = 50;

    private final ProcessEngine engine;
    private final TaskService tasks;

    FlowableSide(DataSource database, String schema) {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(database);
        configuration.setDatabaseType("mysql");
        // Else it takes the tables of the schema beside for its own.
        configuration.setDatabaseCatalog(schema);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        // As delivered, and who claimed what written down, as it is here.
        configuration.setHistory("audit");
        configuration.setEnableHistoricTaskLogging(true);
        configuration.setAsyncExecutorActivate(false);
        configuration.setEngineName("bench-flowable");
        engine = configuration.buildProcessEngine();
        tasks = engine.getTaskService();
    }

    static void load(Connection database, String rows) throws SQLException {
        try (Statement sql = database.createStatement()) {
            sql.execute("set foreign_key_checks = 0, unique_checks = 0");
            for (String table : List.of("ACT_RU_IDENTITYLINK", "ACT_RU_VARIABLE", "ACT_RU_TASK", "ACT_HI_TASKINST")) {
                sql.execute("delete from " + table);
            }
            sql.execute("""
                    insert into ACT_RU_TASK
                        (ID_, REV_, NAME_, ASSIGNEE_, PRIORITY_, CREATE_TIME_, DUE_DATE_, SUSPENSION_STATE_, TENANT_ID_,
                         IS_COUNT_ENABLED_, VAR_COUNT_, ID_LINK_COUNT_, SUB_TASK_COUNT_)
                    select seq, 1, 'check-file', if(person is null, null, concat('p', person)), 50, utc_timestamp(3), due_at, 1, '',
                           1, 2, 1, 0
                    from %s
                    """.formatted(rows));
            sql.execute("""
                    insert into ACT_HI_TASKINST (ID_, REV_, NAME_, ASSIGNEE_, PRIORITY_, START_TIME_, DUE_DATE_, TENANT_ID_)
                    select seq, 1, 'check-file', if(person is null, null, concat('p', person)), 50, utc_timestamp(3), due_at, ''
                    from %s
                    """.formatted(rows));
            sql.execute("""
                    insert into ACT_RU_IDENTITYLINK (ID_, REV_, GROUP_ID_, TYPE_, TASK_ID_)
                    select concat('l', seq), 1, concat('t', team), 'candidate', seq from %s
                    """.formatted(rows));
            sql.execute("""
                    insert into ACT_RU_VARIABLE (ID_, REV_, TYPE_, NAME_, TASK_ID_, TEXT_)
                    select concat('c', seq), 1, 'string', 'certification', seq, concat('c', certification) from %s
                    """.formatted(rows));
            sql.execute("""
                    insert into ACT_RU_VARIABLE (ID_, REV_, TYPE_, NAME_, TASK_ID_, TEXT_)
                    select concat('n', seq), 1, 'string', 'candidate', seq, %s from %s
                    """.formatted(Bench.name("family"), rows));
            sql.execute("analyze table ACT_RU_TASK, ACT_RU_IDENTITYLINK, ACT_RU_VARIABLE");
            sql.execute("set foreign_key_checks = 1, unique_checks = 1");
        }
    }

    @Override
    public String name() {
        return "flowable";
    }

    @Override
    public int mine(int person) {
        return page(query().taskAssignee("p" + person), 0);
    }

    @Override
    public int unassigned(int team) {
        return page(query().taskCandidateGroup("t" + team), 0);
    }

    @Override
    public int byCertification(int team, int certification) {
        return page(ofTeam(team).taskVariableValueEquals("certification", "c" + certification), 0);
    }

    @Override
    public int word(int team, String beginning) {
        return page(ofTeam(team).taskVariableValueLike("candidate", beginning + "%"), 0);
    }

    @Override
    public int badges(int person, int team) {
        long mine = query().taskAssignee("p" + person).count();
        ofTeam(team).count();
        query().taskCandidateGroup("t" + team).count();
        return (int) mine;
    }

    @Override
    public List<Long> pages(int team, int steps) {
        List<Long> times = new ArrayList<>();
        int first = 0;
        for (int step = 0; step < steps; step++) {
            long begin = System.nanoTime();
            int found = page(ofTeam(team), first);
            times.add(System.nanoTime() - begin);
            first = found < PAGE ? 0 : first + PAGE;
        }
        return times;
    }

    @Override
    public boolean claim(int row, int person) {
        try {
            tasks.claim(Integer.toString(row), "p" + person);
            return true;
        } catch (FlowableException taken) {
            return false;
        }
    }

    private TaskQuery query() {
        return tasks.createTaskQuery();
    }

    private TaskQuery ofTeam(int team) {
        return query().taskCandidateGroup("t" + team).ignoreAssigneeValue();
    }

    private static int page(TaskQuery query, int first) {
        List<Task> page = query.orderByTaskDueDate().asc().listPage(first, PAGE);
        return page.size();
    }

    @Override
    public void close() {
        engine.close();
    }
}

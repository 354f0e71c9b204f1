package fr.acquis.worklist;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.ProcessEngineConfiguration;
import org.operaton.bpm.engine.ProcessEngineException;
import org.operaton.bpm.engine.TaskService;
import org.operaton.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.operaton.bpm.engine.task.Task;
import org.operaton.bpm.engine.task.TaskQuery;

/** Operaton's task query, asked as its own task list does; names and certification are variables of the task. */
final class OperatonSide implements Side {

    private static final int PAGE = 50;

    private final ProcessEngine engine;
    private final TaskService tasks;

    OperatonSide(DataSource database) {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(database);
        configuration.setDatabaseType("mariadb");
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        // As delivered: who claimed what is written down, as it is here.
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setProcessEngineName("bench-operaton");
        // Its edition of FEEL and ours have the same class names; no decision is asked here.
        configuration.setDmnFeelEnableLegacyBehavior(true);
        engine = configuration.buildProcessEngine();
        tasks = engine.getTaskService();
    }

    /** Rows of another schema on the same server. */
    static void load(Connection database, String rows) throws SQLException {
        try (Statement sql = database.createStatement()) {
            sql.execute("set foreign_key_checks = 0, unique_checks = 0");
            for (String table : List.of("ACT_RU_IDENTITYLINK", "ACT_RU_VARIABLE", "ACT_RU_TASK", "ACT_HI_TASKINST")) {
                sql.execute("truncate table " + table);
            }
            sql.execute("""
                    insert into ACT_RU_TASK (ID_, REV_, NAME_, ASSIGNEE_, PRIORITY_, CREATE_TIME_, DUE_DATE_, SUSPENSION_STATE_)
                    select seq, 1, 'check-file', if(person is null, null, concat('p', person)), 50, utc_timestamp(), due_at, 1
                    from %s
                    """.formatted(rows));
            sql.execute("""
                    insert into ACT_HI_TASKINST (ID_, NAME_, ASSIGNEE_, PRIORITY_, START_TIME_, DUE_DATE_)
                    select seq, 'check-file', if(person is null, null, concat('p', person)), 50, utc_timestamp(), due_at
                    from %s
                    """.formatted(rows));
            sql.execute("""
                    insert into ACT_RU_IDENTITYLINK (ID_, REV_, GROUP_ID_, TYPE_, TASK_ID_)
                    select concat('l', seq), 1, concat('t', team), 'candidate', seq from %s
                    """.formatted(rows));
            sql.execute("""
                    insert into ACT_RU_VARIABLE (ID_, REV_, TYPE_, NAME_, TASK_ID_, TEXT_, VAR_SCOPE_, SEQUENCE_COUNTER_, IS_CONCURRENT_LOCAL_)
                    select concat('c', seq), 1, 'string', 'certification', seq, concat('c', certification), seq, 1, 0 from %s
                    """.formatted(rows));
            sql.execute("""
                    insert into ACT_RU_VARIABLE (ID_, REV_, TYPE_, NAME_, TASK_ID_, TEXT_, VAR_SCOPE_, SEQUENCE_COUNTER_, IS_CONCURRENT_LOCAL_)
                    select concat('n', seq), 1, 'string', 'candidate', seq, %s, seq, 1, 0 from %s
                    """.formatted(Bench.name("family"), rows));
            sql.execute("analyze table ACT_RU_TASK, ACT_RU_IDENTITYLINK, ACT_RU_VARIABLE");
            sql.execute("set foreign_key_checks = 1, unique_checks = 1");
        }
    }

    @Override
    public String name() {
        return "operaton";
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
        engine.getIdentityService().setAuthenticatedUserId("p" + person);
        try {
            tasks.claim(Integer.toString(row), "p" + person);
            return true;
        } catch (ProcessEngineException taken) {
            return false;
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private TaskQuery query() {
        return tasks.createTaskQuery();
    }

    private TaskQuery ofTeam(int team) {
        return query().taskCandidateGroup("t" + team).includeAssignedTasks();
    }

    private static int page(TaskQuery query, int first) {
        List<Task> page = query.orderByDueDate().asc().listPage(first, PAGE);
        return page.size();
    }

    @Override
    public void close() {
        engine.close();
    }
}

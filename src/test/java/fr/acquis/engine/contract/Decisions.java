package fr.acquis.engine.contract;

/** Decision tables to try the engine with: input {@code points}, output {@code grade}, some of them with a weight too. */
final class Decisions {

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="%1$s-drg" name="Grades" namespace="http://camunda.org/schema/1.0/dmn">
              <decision id="%1$s" name="Grade">
            """;

    private Decisions() {}

    /** One output, two rules that both match from 10 points on. */
    static String table(String id, String hitPolicy, String aggregation) {
        return HEAD.formatted(id)
                + """
                    <decisionTable id="%1$s-table" hitPolicy="%2$s" %3$s>
                      <input id="%1$s-in"><inputExpression id="%1$s-ex" typeRef="number"><text>points</text></inputExpression></input>
                      <output id="%1$s-out" name="grade" typeRef="number"/>
                      <rule id="%1$s-r1"><inputEntry id="%1$s-i1"><text>&gt;= 10</text></inputEntry><outputEntry id="%1$s-o1"><text>1</text></outputEntry></rule>
                      <rule id="%1$s-r2"><inputEntry id="%1$s-i2"><text>%4$s</text></inputEntry><outputEntry id="%1$s-o2"><text>%5$s</text></outputEntry></rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(
                                id,
                                hitPolicy,
                                aggregation.isEmpty() ? "" : "aggregation=\"" + aggregation + "\"",
                                hitPolicy.equals("UNIQUE") ? "&lt; 10" : "&gt;= 5",
                                hitPolicy.equals("ANY") ? "1" : "2");
    }

    /** Two outputs. */
    static String wide(String id, String hitPolicy) {
        return HEAD.formatted(id) + """
                    <decisionTable id="%1$s-table" hitPolicy="%2$s">
                      <input id="%1$s-in"><inputExpression id="%1$s-ex" typeRef="number"><text>points</text></inputExpression></input>
                      <output id="%1$s-out" name="grade" typeRef="string"/>
                      <output id="%1$s-out2" name="weight" typeRef="number"/>
                      <rule id="%1$s-r1"><inputEntry id="%1$s-i1"><text>&gt;= 10</text></inputEntry><outputEntry id="%1$s-o1"><text>"pass"</text></outputEntry><outputEntry id="%1$s-o1b"><text>2</text></outputEntry></rule>
                      <rule id="%1$s-r2"><inputEntry id="%1$s-i2"><text>&gt;= 15</text></inputEntry><outputEntry id="%1$s-o2"><text>"merit"</text></outputEntry><outputEntry id="%1$s-o2b"><text>3</text></outputEntry></rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(id, hitPolicy);
    }

    /** No table at all. */
    static String expression(String id, String feel) {
        return HEAD.formatted(id) + """
                    <variable id="%1$s-v" name="grade"/>
                    <literalExpression id="%1$s-le"><text>%2$s</text></literalExpression>
                  </decision>
                </definitions>
                """.formatted(id, feel);
    }
}

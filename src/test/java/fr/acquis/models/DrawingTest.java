package fr.acquis.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.Artifact;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnEdge;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnLabel;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnShape;
import io.camunda.zeebe.model.bpmn.instance.dc.Bounds;
import io.camunda.zeebe.model.bpmn.instance.di.Waypoint;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A diagram is a page: everything is drawn, lines are straight and never cross, labels lie where they can be read. */
@Tag("fast")
@Tag("models")
class DrawingTest {

    /** Rounding of a line that touches what it starts from. */
    private static final double TOUCH = 1;

    static List<String> models() {
        return List.copyOf(ModelFiles.processes().keySet());
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_element_is_drawn(String file) {
        BpmnModelInstance model = ModelFiles.processes().get(file);
        List<String> drawn = new ArrayList<>();
        model.getModelElementsByType(BpmnShape.class)
                .forEach(shape -> drawn.add(shape.getBpmnElement().getId()));
        model.getModelElementsByType(BpmnEdge.class)
                .forEach(edge -> drawn.add(edge.getBpmnElement().getId()));
        List<String> meant = new ArrayList<>();
        model.getModelElementsByType(FlowNode.class).forEach(node -> meant.add(node.getId()));
        model.getModelElementsByType(SequenceFlow.class).forEach(flow -> meant.add(flow.getId()));
        model.getModelElementsByType(Artifact.class).forEach(artifact -> meant.add(artifact.getId()));
        assertThat(drawn).containsExactlyInAnyOrderElementsOf(meant);
    }

    @ParameterizedTest
    @MethodSource("models")
    void flows_run_along_the_page_and_never_cross(String file) {
        Map<String, List<Line2D>> flows = flows(file);
        List<String> crossings = new ArrayList<>();
        flows.forEach((flow, lines) -> {
            assertThat(lines).as(flow).allMatch(line -> line.getX1() == line.getX2() || line.getY1() == line.getY2());
            flows.forEach((other, otherLines) -> {
                if (flow.compareTo(other) < 0 && cross(lines, otherLines)) {
                    crossings.add(flow + " and " + other);
                }
            });
        });
        assertThat(crossings).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void no_flow_runs_through_a_shape_or_a_label(String file) {
        Map<String, Rectangle2D> obstacles = new TreeMap<>(shapes(file));
        obstacles.putAll(labels(file));
        List<String> hits = new ArrayList<>();
        flows(file)
                .forEach((flow, lines) -> obstacles.forEach((name, box) -> {
                    Rectangle2D inside = new Rectangle2D.Double(
                            box.getX() + TOUCH,
                            box.getY() + TOUCH,
                            box.getWidth() - 2 * TOUCH,
                            box.getHeight() - 2 * TOUCH);
                    if (lines.stream().anyMatch(line -> line.intersects(inside))) {
                        hits.add(flow + " through " + name);
                    }
                }));
        assertThat(hits).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void shapes_and_labels_keep_their_distance(String file) {
        Map<String, Rectangle2D> boxes = new TreeMap<>(shapes(file));
        boxes.putAll(labels(file));
        Set<String> hosts = hosts(file);
        List<String> overlaps = new ArrayList<>();
        boxes.forEach((name, box) -> boxes.forEach((other, otherBox) -> {
            boolean attached = hosts.contains(name + " " + other) || hosts.contains(other + " " + name);
            if (name.compareTo(other) < 0 && !attached && box.intersects(otherBox)) {
                overlaps.add(name + " over " + other);
            }
        }));
        assertThat(overlaps).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatever_an_event_a_gateway_or_a_flow_says_is_placed_by_hand(String file) {
        BpmnModelInstance model = ModelFiles.processes().get(file);
        assertThat(model.getModelElementsByType(FlowNode.class).stream()
                        .filter(node -> !(node instanceof Activity) && node.getName() != null)
                        .map(FlowNode::getId))
                .isSubsetOf(labels(file).keySet().stream()
                        .map(label -> label.replace("label of ", ""))
                        .toList());
        assertThat(model.getModelElementsByType(SequenceFlow.class).stream()
                        .filter(flow -> flow.getName() != null)
                        .map(SequenceFlow::getId))
                .isSubsetOf(labels(file).keySet().stream()
                        .map(label -> label.replace("label of ", ""))
                        .toList());
    }

    /** An event on the border of an activity sits on it, and is meant to. */
    private static Set<String> hosts(String file) {
        return ModelFiles.processes().get(file).getModelElementsByType(BoundaryEvent.class).stream()
                .map(event -> event.getId() + " " + event.getAttachedTo().getId())
                .collect(Collectors.toSet());
    }

    private static boolean cross(List<Line2D> lines, List<Line2D> others) {
        return lines.stream().anyMatch(line -> others.stream().anyMatch(line::intersectsLine))
                && !shareOnlyTheirEnds(lines, others);
    }

    /** Two flows may leave or reach the same point of one shape. */
    private static boolean shareOnlyTheirEnds(List<Line2D> lines, List<Line2D> others) {
        return lines.stream()
                .allMatch(line -> others.stream()
                        .filter(line::intersectsLine)
                        .allMatch(other -> isEnd(lines, line, other) && isEnd(others, other, line)));
    }

    private static boolean isEnd(List<Line2D> path, Line2D line, Line2D other) {
        boolean first = line == path.getFirst() && other.ptSegDist(line.getP1()) == 0;
        boolean last = line == path.getLast() && other.ptSegDist(line.getP2()) == 0;
        return first || last;
    }

    private static Map<String, List<Line2D>> flows(String file) {
        Map<String, List<Line2D>> flows = new TreeMap<>();
        for (BpmnEdge edge : ModelFiles.processes().get(file).getModelElementsByType(BpmnEdge.class)) {
            if (!(edge.getBpmnElement() instanceof SequenceFlow)) {
                continue;
            }
            List<Waypoint> points = List.copyOf(edge.getWaypoints());
            List<Line2D> lines = new ArrayList<>();
            for (int i = 1; i < points.size(); i++) {
                Waypoint from = points.get(i - 1);
                Waypoint to = points.get(i);
                lines.add(new Line2D.Double(from.getX(), from.getY(), to.getX(), to.getY()));
            }
            flows.put(edge.getBpmnElement().getId(), lines);
        }
        return flows;
    }

    /** What has a body of its own: the frame of a scope is crossed by nothing but holds the others. */
    private static Map<String, Rectangle2D> shapes(String file) {
        Map<String, Rectangle2D> shapes = new TreeMap<>();
        for (BpmnShape shape : ModelFiles.processes().get(file).getModelElementsByType(BpmnShape.class)) {
            if (!(shape.getBpmnElement() instanceof SubProcess)) {
                shapes.put(shape.getBpmnElement().getId(), box(shape.getBounds()));
            }
        }
        return shapes;
    }

    private static Map<String, Rectangle2D> labels(String file) {
        Map<String, Rectangle2D> labels = new TreeMap<>();
        BpmnModelInstance model = ModelFiles.processes().get(file);
        for (BpmnShape shape : model.getModelElementsByType(BpmnShape.class)) {
            put(labels, shape.getBpmnElement().getId(), shape.getBpmnLabel());
        }
        for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
            put(labels, edge.getBpmnElement().getId(), edge.getBpmnLabel());
        }
        return labels;
    }

    private static void put(Map<String, Rectangle2D> labels, String element, BpmnLabel label) {
        if (label != null) {
            labels.put("label of " + element, box(label.getBounds()));
        }
    }

    private static Rectangle2D box(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }
}

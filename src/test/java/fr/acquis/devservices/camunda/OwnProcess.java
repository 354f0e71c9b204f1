package fr.acquis.devservices.camunda;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/** The engine in a process of its own: it outlives the application, and can be killed without it. */
final class OwnProcess {

    private OwnProcess() {}

    static void run(String[] args) throws InterruptedException {
        QuietLogs.begin();
        DevEngine engine = DevEngine.start(new DevEngine.Settings(
                Path.of(argument(args, "data", ".data/engine")),
                Integer.parseInt(argument(args, "grpc", "26500")),
                Integer.parseInt(argument(args, "rest", "8088")),
                Boolean.parseBoolean(argument(args, "own-clock", "true")),
                Long.parseLong(argument(args, "snapshot-bytes", Long.toString(Upkeep.LOG_BYTES)))));
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            engine.close();
            stopped.countDown();
        }));
        System.out.println("replayed " + engine.recovery());
        System.out.println("ready grpc=" + engine.grpcAddress() + " rest=" + engine.restAddress());
        stopped.await();
    }

    private static String argument(String[] args, String name, String otherwise) {
        String prefix = "--" + name + "=";
        return Arrays.stream(args)
                .filter(arg -> arg.startsWith(prefix))
                .map(arg -> arg.substring(prefix.length()))
                .findFirst()
                .orElse(otherwise);
    }
}

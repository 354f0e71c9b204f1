package fr.acquis.devservices;

/** What is happening while the services start, in words, before any log exists. */
final class Progress {

    private Progress() {}

    static void say(String what) {
        System.out.println("acquis | " + what);
    }
}

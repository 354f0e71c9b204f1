/**
 * The development engine: the real Zeebe workflow engine in this JVM, on loopback, spoken to by the ordinary client over
 * the ordinary gRPC and REST. It remembers everything across restarts and sudden deaths.
 *
 * <p>For development, tests and demonstrations only: the engine's libraries carry the Camunda License 1.0, which allows
 * nothing else, and they are never in the shipped jar. What enters here starts, feeds, stores and answers for that
 * engine; what a process does belongs to the application.
 */
package fr.acquis.devservices.camunda;

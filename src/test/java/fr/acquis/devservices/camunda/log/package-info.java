/**
 * The engine's write-ahead log on files: segments of checksummed blocks, made durable in groups.
 *
 * <p>Only storage enters here: nothing in this room knows what a record means.
 */
package fr.acquis.devservices.camunda.log;

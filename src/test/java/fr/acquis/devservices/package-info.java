/**
 * The services the product needs, on the developer's machine and in the tests: a real MariaDB, a real S3 protocol, a real
 * mail server, a real Camunda engine. Test scope: nothing of it is in the shipped jar.
 */
package fr.acquis.devservices;

/**
 * Answers by mail: reads the mailbox, knows whose answer a mail is, takes its own words and files into the thread. What is not
 * taken is said to its author, what comes from elsewhere is dropped and counted.
 */
package fr.acquis.exchange.answer;

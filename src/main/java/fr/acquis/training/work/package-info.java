/** What the process asks of plans, and the staff form. */
package fr.acquis.training.work;

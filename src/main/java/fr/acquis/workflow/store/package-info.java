/** The room's rows: commands waiting for the engine, jobs done, the epoch. */
package fr.acquis.workflow.store;

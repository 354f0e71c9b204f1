/**
 * Support for programs: chosen, agreed on, sessions planned and signed, its adviser changed, ended. A session held is reported
 * by the form of its task.
 */
package fr.acquis.support.api;

/** The page of technical blocks, and what every page may say of the engine. */
package fr.acquis.workflow.web;

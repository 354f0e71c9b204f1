/**
 * The contract between the application and Camunda 8, checked through the ordinary client only. It runs against the
 * development engine, against any cluster whose two addresses are given, and against a container.
 */
package fr.acquis.engine.contract;

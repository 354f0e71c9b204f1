/**
 * The process models as they stand in {@code bpmn/} and {@code forms/}: read, measured, evaluated and walked on a real
 * engine. Only what the files themselves promise is tested here; what the application does with them is tested in its
 * own rooms.
 */
package fr.acquis.models;

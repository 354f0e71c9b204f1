/**
 * The REST face of the development engine: the endpoints the application and its tests use, answering as the published
 * API description says. Any other endpoint says 501 and its own name.
 */
package fr.acquis.devservices.camunda.rest;

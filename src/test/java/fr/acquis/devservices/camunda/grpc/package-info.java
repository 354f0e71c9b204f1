/** The gRPC face of the development engine: every method of the gateway's service, with every field it has. */
package fr.acquis.devservices.camunda.grpc;

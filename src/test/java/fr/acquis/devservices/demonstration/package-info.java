/**
 * The demonstration: a certifier with a year of journeys behind it, made by its people's own acts through the real services
 * and the real engine while the product already answers. Development only: nothing of it is in the shipped jar.
 */
package fr.acquis.devservices.demonstration;

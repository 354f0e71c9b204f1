/** Cases for programs: begun, listed, followed, abandoned. */
package fr.acquis.journey.api;

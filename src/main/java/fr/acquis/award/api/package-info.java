/** Results for programs: what is chosen next, appeals, what the CPNE delivers, what a candidate holds for life. */
package fr.acquis.award.api;

/** People at the pages over plain HTTP, with a session and all rights checked: what the kill suite and the benchmark drive. */
package fr.acquis.visit;

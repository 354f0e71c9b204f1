/** What a text means: the kind of document it is, and what it says of a piece of experience. Rules over words, nothing learnt. */
package fr.acquis.evidence.meaning;

package fr.acquis.livret2.assembly;

import fr.acquis.evidence.ShownPage;

/** How the pages of one piece are shown, each from 1. */
interface ShownPages {

    ShownPage page(int number);

    /** The same for a page that cannot be taken from its file. */
    ShownPage drawn(int number);
}

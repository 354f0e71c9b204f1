/** Value types every room speaks with: ids, hashes, time-ordered keys. No services, no state, no framework. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Shared values",
        type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package fr.acquis.shared;

/** What a person does with their own account: so far, the tokens by which programs of theirs use the API. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Account",
        allowedDependencies = {"identity", "shell", "shared", "platform"})
package fr.acquis.account;

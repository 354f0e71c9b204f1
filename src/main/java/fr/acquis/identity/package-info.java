/**
 * People, organisations, roles: who may sign in, who they are on the current request, what each may reach
 * ({@code access-table.txt}) and which rows each may see ({@link fr.acquis.identity.Visibility}).
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"audit", "shared", "platform", "platform::api"})
package fr.acquis.identity;

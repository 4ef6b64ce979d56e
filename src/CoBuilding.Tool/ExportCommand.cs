using System.CommandLine;
using CoBuilding.Access;

namespace CoBuilding.Tool;

/// <summary>Exports a list as a workbook that can be imported again, with the rights of an account.</summary>
internal static class ExportCommand
{
    public static Command Make(RunOnDatabases runOnDatabases)
    {
        var subject = new Argument<string>("subject") { Description = "What the list holds." };
        subject.AcceptOnlyFromAmong([.. Portal.ImportableLists.Where(l => l.Export is not null).Select(l => l.Name)]);
        var file = new Argument<string>("file") { Description = "The .xlsx to be written." };
        var district = new Option<string>("--district") { Required = true, Description = "The district's slug." };
        var login = new Option<string>("--as") { Required = true, Description = "The account with whose rights it is done." };
        var command = new Command("export", "Exports a list as an .xlsx. Imported again, it changes nothing.")
        {
            subject,
            file,
            district,
            login,
        };
        runOnDatabases(
            command,
            (parsed, databases, output, ct) =>
                RunAsync(
                    databases,
                    output,
                    parsed.GetRequiredValue(subject),
                    parsed.GetRequiredValue(district),
                    parsed.GetRequiredValue(login),
                    parsed.GetRequiredValue(file),
                    ct
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        Databases databases,
        TextWriter output,
        string subject,
        string district,
        string login,
        string path,
        CancellationToken ct
    )
    {
        await using var session = await OperatorSession.BeginAsync(databases, district, login, ct);
        var list = Portal.ImportableLists.Single(l => l.Name == subject);
        var document = await list.Export!(session.Use<Door>(), session.Scope, ct);
        await File.WriteAllBytesAsync(path, document.Bytes, ct);
        await output.WriteLineAsync($"{path}: {document.Bytes.Length / 1024} KB");
        return Commands.Done;
    }
}

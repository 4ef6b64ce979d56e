using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Documents.Importing;
using CoBuilding.Texts;

namespace CoBuilding.Tool;

/// <summary>Imports a list as the page does, with the rights of an account.</summary>
internal static class ImportCommand
{
    private sealed record Asked(
        string Subject,
        string District,
        string Login,
        string File,
        bool DryRun,
        bool OnlyGood,
        string? Report,
        bool Json
    );

    public static Command Make(RunOnDatabases runOnDatabases)
    {
        var subject = new Argument<string>("subject") { Description = "What the list holds." };
        subject.AcceptOnlyFromAmong([.. Portal.ImportableLists.Select(l => l.Name)]);
        var file = new Argument<string>("file")
        {
            Description = "An .xlsx or .xls, or text with commas, semicolons or tabs in UTF-8 or GB18030.",
        };
        var district = new Option<string>("--district") { Required = true, Description = "The district's slug." };
        var login = new Option<string>("--as") { Required = true, Description = "The account with whose rights it is done." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Checks and saves nothing." };
        var onlyGood = new Option<bool>("--only-good")
        {
            Description = "Leaves rows with an error out; without it one of them keeps all from being saved.",
        };
        var report = new Option<string?>("--report")
        {
            Description =
                "Writes a workbook: the rows with an error and why, to be corrected and imported again; and what became of every row.",
        };
        var json = new Option<bool>("--json") { Description = "The last line is the counts as JSON." };
        var command = new Command("import", "Imports a list from a file: all of it or nothing. 0 only when no row failed.")
        {
            subject,
            file,
            district,
            login,
            dryRun,
            onlyGood,
            report,
            json,
        };
        runOnDatabases(
            command,
            (parsed, databases, output, ct) =>
                RunAsync(
                    databases,
                    output,
                    new Asked(
                        parsed.GetRequiredValue(subject),
                        parsed.GetRequiredValue(district),
                        parsed.GetRequiredValue(login),
                        parsed.GetRequiredValue(file),
                        parsed.GetValue(dryRun),
                        parsed.GetValue(onlyGood),
                        parsed.GetValue(report),
                        parsed.GetValue(json)
                    ),
                    ct
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(Databases databases, TextWriter output, Asked asked, CancellationToken ct)
    {
        var source = new ImportSource(await ReadAsync(asked.File, ct));
        await using var session = await OperatorSession.BeginAsync(databases, asked.District, asked.Login, ct);
        CultureInfo.CurrentUICulture = session.Scope.Culture;
        var watch = Stopwatch.StartNew();
        var progress = asked.Json ? null : new Lines(output);
        var (found, saved) = await ImportAsync(session, source, asked, progress, ct);
        var seconds = watch.Elapsed.TotalSeconds;

        if (asked.Report is { } path)
            await File.WriteAllBytesAsync(path, found.Report(session.Scope.Culture).Bytes, ct);
        if (!asked.Json)
        {
            foreach (var row in found.Rows.Where(r => r.Status == RowStatus.Error))
                await output.WriteLineAsync($"  {row.Number}: {string.Join(' ', row.Messages)}");
            await output.WriteLineAsync(Wording.T("Importing.Counts", found.Rows.Count, found.New, found.Update, found.Skip, found.Error));
            await output.WriteLineAsync(saved ? $"Saved in {seconds:0.0} s." : "Nothing was saved.");
        }
        else
        {
            await output.WriteLineAsync(
                JsonSerializer.Serialize(
                    new
                    {
                        @new = found.New,
                        update = found.Update,
                        skip = found.Skip,
                        error = found.Error,
                        seconds = Math.Round(seconds, 3),
                    }
                )
            );
        }
        return found.Error == 0 ? Commands.Done : Commands.Refused;
    }

    private static async Task<byte[]> ReadAsync(string path, CancellationToken ct)
    {
        try
        {
            if (new FileInfo(path).Length > SheetFile.MostBytes)
                throw SheetRules.TooLarge(SheetFile.MostBytes / 1024 / 1024);
            return await File.ReadAllBytesAsync(path, ct);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CommandRefused($"{path} cannot be read: {failure.Message}");
        }
    }

    private static async Task<(ImportCheck Found, bool Saved)> ImportAsync(
        OperatorSession session,
        ImportSource source,
        Asked asked,
        IProgress<ImportStep>? progress,
        CancellationToken ct
    )
    {
        var list = Portal.ImportableLists.Single(l => l.Name == asked.Subject);
        if (asked.DryRun)
            return (await CheckAsync(progress), false);
        try
        {
            var form = new ImportList.Form
            {
                List = list,
                Source = source,
                OnlyGood = asked.OnlyGood,
            };
            return (await session.Use<ImportList>().RunAsync(session.Scope, form, progress, ct), true);
        }
        catch (RuleBroken broken) when (broken.Key == SheetRules.HasErrors(0, 0).Key)
        {
            return (await CheckAsync(null), false);
        }

        Task<ImportCheck> CheckAsync(IProgress<ImportStep>? progress) =>
            session.Use<CheckList>().AskAsync(session.Scope, list, source, progress, ct);
    }

    /// <summary>A line for each tenth of a phase.</summary>
    private sealed class Lines(TextWriter output) : IProgress<ImportStep>
    {
        private (ImportPhase Phase, int Tenth)? last;

        public void Report(ImportStep step)
        {
            var now = (step.Phase, step.Total is > 0 ? step.Done * 10 / step.Total.Value : 0);
            if (last == now)
                return;
            last = now;
            output.WriteLine(step.Total is { } total ? $"{step.Phase} {step.Done} of {total}" : $"{step.Phase}");
        }
    }
}

using CoBuilding.Access;
using CoBuilding.Documents;
using CoBuilding.Texts;

namespace CoBuilding.Units;

/// <summary>Checks a file of units row by row, before anything is saved: as <see cref="CheckPastedUnits"/> does a pasted block.</summary>
public sealed class CheckUnitFile(Door door)
{
    /// <param name="Left">The rows that have a problem, under their own header and with the reason beside them; null when none has.</param>
    public sealed record Answer(CheckPastedUnits.Answer Check, Document? Left);

    /// <exception cref="Data.RuleBroken">The file cannot be read, has no header or too many rows.</exception>
    public async Task<Answer> AskAsync(Scope scope, byte[] file, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.KeepUnits, ct);
        var block = PastedUnits.Read(SheetFile.Read(file));
        List<CheckPastedUnits.Row> rows = [.. (await CheckPastedUnits.ReadAsync(db, scope.Culture, block, ct)).Select(c => c.Row)];
        var reasons = rows.Where(r => r.Status == CheckPastedUnits.Status.Problem).ToDictionary(r => r.Number, r => string.Join(Environment.NewLine, r.Messages));
        var left = reasons.Count == 0 ? null : Language.In(scope.Culture, () =>
        {
            var (header, cells) = block.Cells(reasons.ContainsKey);
            return LeftOver.Compose(Wording.T("Imports.UnitsLeft"), header, cells, reasons);
        });
        return new Answer(new CheckPastedUnits.Answer(rows, block.UnknownHeaders, "", ""), left);
    }
}

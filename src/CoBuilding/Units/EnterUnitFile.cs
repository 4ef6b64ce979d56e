using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using FluentValidation;

namespace CoBuilding.Units;

/// <summary>Saves a file's new units with their people at once: all of them, or the good rows alone where the clerk chose so.</summary>
public sealed class EnterUnitFile(Door door)
{
    public sealed record Form : WritingForm
    {
        /// <summary>The file as chosen; it is checked again here.</summary>
        public byte[] File { get; set; } = [];

        /// <summary>Rows with a problem are left out; otherwise one of them keeps all from being saved.</summary>
        public bool OnlyGood { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.File).NotEmpty();
        }
    }

    /// <returns>How many units were entered; those already there are left as they are.</returns>
    public async Task<int> RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.KeepUnits, form, ct);
        var rows = await CheckPastedUnits.ReadAsync(db, scope.Culture, PastedUnits.Read(SheetFile.Read(form.File)), ct);
        var problems = rows.Where(r => r.Row.Status == CheckPastedUnits.Status.Problem).ToList();
        if (problems.Count > 0 && !form.OnlyGood) throw UnitsRules.PasteHasProblems(problems.Count, problems[0].Row.Number);
        var fresh = rows.Where(r => r.Row.Status == CheckPastedUnits.Status.New).ToList();
        foreach (var row in fresh) EnterPastedUnits.Enter(db, row);
        await db.CommitAsync(ct);
        return fresh.Count;
    }
}

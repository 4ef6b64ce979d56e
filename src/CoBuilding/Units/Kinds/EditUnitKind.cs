using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Units.Kinds;

/// <summary>Changes the name, other words and position of a kind of unit.</summary>
public sealed class EditUnitKind(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid KindId { get; init; }
        public long ExpectedVersion { get; init; }
        public string Name { get; set; } = "";
        public string? Aliases { get; set; }
        public int Ordinal { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Name).KindName();
                RuleFor(f => f.Aliases).MaximumLength(DistrictUnitKind.LongestAliases);
                RuleFor(f => f.Ordinal).InclusiveBetween(1, 999);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageSettings, form, ct);
        var kind = await PortalDb.FindAsync(db.UnitKinds, form.KindId, ct);
        await db.ExpectAsync(kind, form.ExpectedVersion, ct);
        (kind.Name, kind.Aliases, kind.Ordinal) = (form.Name.Trim(), UnitKindShapes.Lines(form.Aliases), form.Ordinal);
        if (kind.RetiredOn is null)
            AddUnitKind.CheckWords(await UnitKindList.ReadAsync(db, ct), kind);
        await db.CommitAsync(ct);
    }
}

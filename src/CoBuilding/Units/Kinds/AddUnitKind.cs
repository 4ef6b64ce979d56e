using CoBuilding.Access;
using FluentValidation;

namespace CoBuilding.Units.Kinds;

/// <summary>Adds a kind of unit to the district's own, after the others.</summary>
public sealed class AddUnitKind(Door door)
{
    public record Form : WritingForm
    {
        public Guid KindId { get; init; } = Guid.CreateVersion7();
        public string Name { get; set; } = "";

        /// <summary>The standard kind that it stands for.</summary>
        public UnitKind? Kind { get; set; }

        /// <summary>Other words for it, separated by commas or line breaks.</summary>
        public string? Aliases { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Name).KindName();
                RuleFor(f => f.Kind).NotNull();
                RuleFor(f => f.Aliases).MaximumLength(DistrictUnitKind.LongestAliases);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageSettings, form, ct);
        var kinds = await UnitKindList.ReadAsync(db, ct);
        var kind = new DistrictUnitKind
        {
            Id = form.KindId,
            Name = form.Name.Trim(),
            Kind = form.Kind!.Value,
            Aliases = UnitKindShapes.Lines(form.Aliases),
            Ordinal = kinds.All.Max(k => k.Ordinal) + 1,
        };
        CheckWords(kinds, kind);
        db.UnitKinds.Add(kind);
        await db.CommitAsync(ct);
    }

    /// <summary>A word can belong to only one active kind, since imports would be ambiguous otherwise.</summary>
    internal static void CheckWords(UnitKindList kinds, DistrictUnitKind kind)
    {
        foreach (var word in kind.Words)
            if (kinds.Find(word) is { RetiredOn: null } other && other.Id != kind.Id)
                throw UnitKindsRules.WordIsTaken(word, other.Said);
    }
}

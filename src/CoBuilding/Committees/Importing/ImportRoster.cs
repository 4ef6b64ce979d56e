using CoBuilding.Access;
using CoBuilding.Documents.Importing;
using CoBuilding.Documents.Reading;
using FluentValidation;

namespace CoBuilding.Committees.Importing;

/// <summary>
/// Saves rosters with their seats, appointments past and present, and new units and people. All rows, or only the correct
/// ones if chosen.
/// </summary>
public sealed class ImportRoster(Door door, ReaderPool reader)
{
    public sealed record Form : ImportForm
    {
        /// <summary>The committee of rows that name none.</summary>
        public Guid? CommitteeId { get; init; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.Source).HasContent();
        }
    }

    /// <returns>What happened to each row.</returns>
    public async Task<ImportCheck> RunAsync(Scope scope, Form form, IProgress<ImportStep>? progress, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.AppointMembers, form, ct);
        var roster = await RosterList.ReadAsync(db, reader, scope, form.CommitteeId, form.Source, progress, locks: true, ct);
        roster.Check.Demand(form);
        await roster.SaveAsync(db, progress, ct);
        await db.CommitAsync(ct);
        return roster.Check;
    }
}

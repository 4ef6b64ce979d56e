using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Minutes;

/// <summary>
/// Saves the text of one item while typing: one read, one statement. Items are saved separately, so people who write on different
/// items do not conflict; on the same item the later one gets a conflict and keeps the typed text.
/// </summary>
public sealed class SaveMinutesText(Door door)
{
    public const int LongestText = 20_000;

    public sealed record Form : WritingForm
    {
        public Guid ItemId { get; init; }
        public long ExpectedVersion { get; set; }
        public string Said { get; set; } = "";
        public Consensus? Consensus { get; set; }
        public string? Reservations { get; set; }
        public int? VotesFor { get; set; }
        public int? VotesAgainst { get; set; }
        public int? VotesAbstained { get; set; }

        /// <summary>The version after this save, if anything changes.</summary>
        public long Next => ExpectedVersion + 1;

        internal bool HasVotes => VotesFor is not null || VotesAgainst is not null || VotesAbstained is not null;

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Said).NotNull().MaximumLength(LongestText);
                RuleFor(f => f.Reservations).MaximumLength(2000);
                RuleFor(f => f.VotesFor).InclusiveBetween(0, 9999);
                RuleFor(f => f.VotesAgainst).InclusiveBetween(0, 9999);
                RuleFor(f => f.VotesAbstained).InclusiveBetween(0, 9999);
            }
        }
    }

    /// <returns>The expected version for the next save.</returns>
    public async Task<long> RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageMinutes, form, ct);
        var settings = db.MinutesSettings;
        var found =
            await db
                .MinutesItems.AsNoTracking()
                .Where(i => i.Id == form.ItemId)
                .Join(
                    db.Minutes,
                    i => i.MinutesId,
                    m => m.Id,
                    (i, m) =>
                        new
                        {
                            Item = i,
                            Minutes = m,
                            CountsVotes = settings.Any(s => s.TenantId == i.TenantId && s.CountsVotes),
                        }
                )
                .SingleOrDefaultAsync(ct)
            ?? throw new NotFound();
        await db.ExpectAsync(found.Item, form.ExpectedVersion, ct);
        found.Minutes.ExpectDrafting();
        if (form.HasVotes && !found.CountsVotes)
            throw MinutesRules.VotesAreNotCounted();
        var change = ChangesOf(found.Item, form);
        if (change.Count == 0)
            return form.ExpectedVersion;
        await db.CommitOneAsync(found.Item, change, ct);
        return form.Next;
    }

    private static Dictionary<string, object?> ChangesOf(MinutesItem item, Form form)
    {
        Dictionary<string, object?> change = [];
        Note(nameof(item.Said), item.Said, form.Said.TrimEnd());
        Note(nameof(item.Consensus), item.Consensus, form.Consensus);
        Note(nameof(item.Reservations), item.Reservations, form.Reservations.OrNull());
        Note(nameof(item.VotesFor), item.VotesFor, form.VotesFor);
        Note(nameof(item.VotesAgainst), item.VotesAgainst, form.VotesAgainst);
        Note(nameof(item.VotesAbstained), item.VotesAbstained, form.VotesAbstained);
        return change;

        void Note(string column, object? before, object? after)
        {
            if (!Equals(before, after))
                change[column] = after;
        }
    }
}

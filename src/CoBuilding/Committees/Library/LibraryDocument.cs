using CoBuilding.Data;
using CoBuilding.Texts;

namespace CoBuilding.Committees.Library;

/// <summary>A library document of a body, such as charter, rules of procedure or plan. The content is in its versions.</summary>
public sealed class LibraryDocument : Tenanted
{
    public const int LongestKind = 30;
    public const int LongestTitle = 100;

    public required Guid CommitteeId { get; init; }
    public required Guid PlaceId { get; init; }

    /// <summary>In the body's own words.</summary>
    public required string DocumentKind { get; set; }
    public required string Title { get; set; }

    /// <summary>The first day on which it is no longer in force.</summary>
    public DateOnly? RepealedOn { get; private set; }
    public string? RepealReason { get; private set; }

    [Derived]
    public string FindKeys
    {
        get => Pinyin.FindKeys(false, Title, DocumentKind);
        private set { }
    }

    /// <summary>Adds the next version; from its first day on it replaces the one before.</summary>
    /// <param name="latest">The one with the highest number; null for the first.</param>
    /// <exception cref="RuleBroken">The document is repealed, or the version would not follow on the one before.</exception>
    public LibraryVersion Issue(Guid versionId, LibraryVersion? latest, LibraryVersion.Facts facts, DateTimeOffset now)
    {
        if (RepealedOn is { } repealed)
            throw LibraryRules.IsRepealed(repealed);
        if (latest is not null && facts.From <= latest.From)
            throw LibraryRules.NotAfterTheOneBefore(latest.From);
        return VersionOf(versionId, (latest?.VersionNumber ?? 0) + 1, facts, null, now);
    }

    /// <summary>Supersedes a wrongly recorded version by the correct one; its number stays.</summary>
    /// <param name="before">The version before it, <paramref name="after"/> the one after it; null where there is none.</param>
    /// <exception cref="RuleBroken">Nothing is corrected, or its first day would pass that of a neighbor.</exception>
    public LibraryVersion Correct(
        Guid newRowId,
        LibraryVersion version,
        LibraryVersion? before,
        LibraryVersion? after,
        LibraryVersion.Facts facts,
        string reason,
        DateTimeOffset now
    )
    {
        if (facts == version.Said)
            throw LibraryRules.NothingCorrected();
        if (before is not null && facts.From <= before.From)
            throw LibraryRules.NotAfterTheOneBefore(before.From);
        if ((after?.From ?? RepealedOn) is { } next && facts.From >= next)
            throw LibraryRules.NotBeforeTheNext(next);
        version.Supersede(now);
        return VersionOf(newRowId, version.VersionNumber, facts, reason, now);
    }

    /// <exception cref="RuleBroken">It is repealed already, or its latest version would begin after that day.</exception>
    public void Repeal(LibraryVersion latest, DateOnly on, string reason)
    {
        if (RepealedOn is { } before)
            throw LibraryRules.IsRepealed(before);
        if (on <= latest.From)
            throw LibraryRules.RepealedBeforeItHeld(latest.From);
        (RepealedOn, RepealReason) = (on, reason);
    }

    private LibraryVersion VersionOf(Guid id, int number, LibraryVersion.Facts facts, string? reason, DateTimeOffset now)
    {
        if (facts.AdoptedOn > now.ChinaDate())
            throw LibraryRules.NotYetAdopted();
        if (facts.From < facts.AdoptedOn)
            throw LibraryRules.InForceBeforeAdopted(facts.AdoptedOn);
        return new LibraryVersion
        {
            Id = id,
            DocumentId = Id,
            PlaceId = PlaceId,
            VersionNumber = number,
            FullText = facts.FullText,
            FileId = facts.FileId,
            AdoptedOn = facts.AdoptedOn,
            AdoptedBy = facts.AdoptedBy,
            From = facts.From,
            Remark = facts.Remark,
            CorrectionReason = reason,
            RecordedAt = now,
        };
    }
}

using CoBuilding.Data;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Words;

/// <summary>One of the district's own words about meetings: a kind of meeting or a category of topics.</summary>
public sealed class MeetingWord : Tenanted
{
    public const int LongestName = 20;

    /// <summary>Never changes.</summary>
    public required MeetingWordList List { get; init; }

    /// <summary>
    /// The customary word that it stands for (see <see cref="StandardWords"/>); null for the district's own. Never changes.
    /// </summary>
    public string? Standard { get; init; }
    public required string Name { get; set; }

    /// <summary>Words are offered in this order.</summary>
    public required int Ordinal { get; set; }

    /// <summary>No longer offered from this day; meetings and topics keep it.</summary>
    public DateOnly? RetiredOn { get; set; }

    /// <summary>The standard kind used by rules.</summary>
    public MeetingKind MeetingKind => Enum.TryParse<MeetingKind>(Standard, out var kind) ? kind : MeetingKind.Own;

    /// <summary>The customary word in the current language.</summary>
    public static string StandardName(MeetingWordList list, string standard) => Wording.T(StandardWords.TextKey(list, standard));

    public string Said => Say(List, Standard, Name);

    /// <summary>A word with the customary Chinese name is translated; other words are shown as entered.</summary>
    public static string Say(MeetingWordList list, string? standard, string name) =>
        standard is not null && name == StandardWords.NameOf(list, standard) ? StandardName(list, standard) : name;

    /// <summary>By its id or, for whoever does not know the district's words, the first in use that stands for a customary kind.</summary>
    /// <exception cref="NotFound">There is none.</exception>
    internal static async Task<MeetingWord> KindAsync(PortalDb db, Guid? id, MeetingKind kind, CancellationToken ct)
    {
        var standard = kind.ToString();
        return await db
                .MeetingWords.AsNoTracking()
                .Where(w => w.List == MeetingWordList.MeetingKinds && (id == null ? w.Standard == standard : w.Id == id))
                .OrderBy(w => w.RetiredOn != null)
                .ThenBy(w => w.Ordinal)
                .ThenBy(w => w.Id)
                .FirstOrDefaultAsync(ct)
            ?? throw new NotFound();
    }

    /// <exception cref="NotFound">There is no such category.</exception>
    internal static async Task CheckCategoryAsync(PortalDb db, Guid? id, CancellationToken ct)
    {
        if (id is not null && !await db.MeetingWords.AnyAsync(w => w.Id == id && w.List == MeetingWordList.TopicCategories, ct))
            throw new NotFound();
    }
}

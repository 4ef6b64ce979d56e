using System.Globalization;
using CoBuilding.Data;
using CoBuilding.Places.Districts;
using CoBuilding.Texts;

namespace CoBuilding.Meetings.Words;

/// <summary>The words with which a district begins: the usual kinds of meeting, and the three categories of topics.</summary>
internal sealed class StandardWords : INewDistrictRows
{
    private static readonly (MeetingWordList List, string Standard)[] All =
    [
        .. Enum.GetValues<MeetingKind>().Where(k => k != MeetingKind.Own).Select(k => (MeetingWordList.MeetingKinds, k.ToString())),
        .. Enum.GetValues<TopicCategory>().Select(c => (MeetingWordList.TopicCategories, c.ToString())),
    ];

    private static readonly Dictionary<(MeetingWordList, string), string> Names = CultureScope.In(
        CultureInfo.GetCultureInfo("zh-CN"),
        () => All.ToDictionary(w => w, w => Wording.T(TextKey(w.List, w.Standard)))
    );

    public static string? NameOf(MeetingWordList list, string standard) => Names.GetValueOrDefault((list, standard));

    public static string TextKey(MeetingWordList list, string standard) =>
        list == MeetingWordList.MeetingKinds ? $"Meetings.{nameof(MeetingKind)}_{standard}" : $"Words.{nameof(TopicCategory)}_{standard}";

    IEnumerable<Tenanted> INewDistrictRows.Make() => Rows();

    public static IEnumerable<MeetingWord> Rows() =>
        All.Select(
            (w, n) =>
                new MeetingWord
                {
                    List = w.List,
                    Standard = w.Standard,
                    Name = Names[w],
                    Ordinal = n + 1,
                }
        );
}

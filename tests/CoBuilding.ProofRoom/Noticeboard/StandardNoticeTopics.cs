using System.Globalization;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Places.Districts;
using CoBuilding.Texts;

namespace CoBuilding.ProofRoom.Noticeboard;

/// <summary>The one topic with which a district begins.</summary>
internal sealed class StandardNoticeTopics : INewDistrictRows
{
    public IEnumerable<Tenanted> Make() =>
        [new NoticeTopic { Name = CultureScope.In(CultureInfo.GetCultureInfo("zh-CN"), () => Wording.T("Noticeboard.EverydayMatters")) }];
}

using CoBuilding.Nominations;
using CoBuilding.Tests.Committees;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Nominations;

public class ExportNominationsWorkbookTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_unit_out_of_reach_that_proposes_somebody_is_named_in_the_list_on_the_page_and_on_the_form()
    {
        var (district, clerk, consortium) = await ConsortiumFixture.StartAsync(cluster);
        var unit = await district.UnitAsync(district.Community2, "西街驻军医院");
        var nomination = await district.NominateAsync(consortium, await district.PersonAsync(unit, "甲"), unit);
        Assert.Equal("西街驻军医院", (await district.Use<ListNominations>().AskAsync(clerk, new(), Ct)).Rows.Single().Unit);
        Assert.Equal("西街驻军医院", (await district.Use<SeeNomination>().AskAsync(clerk, nomination, Ct)).Row.Unit);
        var form = await district.Use<ExportNominationFormsPaper>().AskAsync(clerk, new(), nomination, Ct);
        Assert.Contains("西街驻军医院", string.Concat(LibreOfficeReader.WordsOf(form.Word().Bytes)), StringComparison.Ordinal);
        var list = await district.Use<ExportNominationsWorkbook>().AskAsync(clerk, new(), Ct);
        Assert.Contains(await LibreOfficeReader.CellsAsync(list.Bytes), row => row.Contains("西街驻军医院"));
    }
}

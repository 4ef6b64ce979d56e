using System.Globalization;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents.Importing;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Documents.Importing;

public class MakeTemplateTests(TestCluster cluster)
{
    public static TheoryData<string, string> Templates =>
        new(Portal.ImportableLists.SelectMany(l => new[] { (l.Name, "zh-CN"), (l.Name, "en") }));

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task A_template_is_a_workbook_and_is_read_as_an_empty_list(string name, string language)
    {
        var list = Portal.ImportableLists.Single(l => l.Name == name);
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = (Actor.SignedIn)(await district.ClerkAsync(district.Street1)).Actor;
        var scope = Scope.ForPerson(district.Id, clerk.SessionHash, CultureInfo.GetCultureInfo(language));
        var template = await district.Use<MakeTemplate>().AskAsync(scope, list, TestDistrict.Ct);
        LibreOfficeReader.AssertValid(template.Bytes);
        var found = await district.CheckListAsync(scope, list, new ImportSource(template.Bytes));
        Assert.Equal((0, 0), (found.Rows.Count, found.UnknownHeaders.Count));
    }

    [Fact]
    public async Task Templates_are_for_those_who_may_import()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        foreach (var list in Portal.ImportableLists)
            await Assert.ThrowsAsync<Denied>(() => district.Use<MakeTemplate>().AskAsync(district.Auditor, list, TestDistrict.Ct));
    }
}

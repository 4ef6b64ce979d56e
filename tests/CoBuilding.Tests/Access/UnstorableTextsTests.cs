using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Tests.House;
using CoBuilding.Units;

namespace CoBuilding.Tests.Access;

public class UnstorableTextsTests(TestCluster cluster)
{
    [Theory]
    [InlineData(0, "中学")]
    [InlineData(0xD83D, "中学")]
    [InlineData(0xDE00, "中学")]
    [InlineData(0xD83D, "")]
    public async Task What_is_no_character_is_refused_at_its_field_and_not_by_the_database(int code, string behind)
    {
        var name = $"第一{(char)code}{behind}"; // an attribute could not hold it
        var district = await TestDistrict.CreateAsync(cluster);
        var form = new EnterUnit.Form
        {
            Name = name,
            Kind = UnitKind.School,
            PlaceId = district.Community1.Id,
        };
        var refused = await Assert.ThrowsAsync<ValidationFailed>(() =>
            district.Use<EnterUnit>().RunAsync(district.Admin, form, TestDistrict.Ct)
        );
        Assert.Equal("Name", Assert.Single(refused.Problems).Field);
    }

    [Fact]
    public async Task Pairs_that_make_a_character_are_kept()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var form = new EnterUnit.Form
        {
            Name = "第一中学😀𠮷",
            Kind = UnitKind.School,
            PlaceId = district.Community1.Id,
        };
        await district.Use<EnterUnit>().RunAsync(district.Admin, form, TestDistrict.Ct);
        Assert.Equal(form.Name, (await district.Use<SeeUnit>().AskAsync(district.Admin, form.UnitId, TestDistrict.Ct)).Unit.Name);
    }

    /// <summary>Every text of every form in the portal, whether its form has a shape or not.</summary>
    [Fact]
    public void Every_text_of_every_form_is_looked_at()
    {
        var forms = Portal
            .UseCases.Select(u => Portal.EntryOf(u)!.GetParameters().Select(p => p.ParameterType).FirstOrDefault(t => t.Name == "Form"))
            .OfType<Type>()
            .Where(f => f.GetConstructor(Type.EmptyTypes) is not null);
        foreach (var form in forms)
        {
            foreach (var text in form.GetProperties().Where(p => p.PropertyType == typeof(string) && p.CanWrite))
            {
                var sent = Activator.CreateInstance(form)!;
                text.SetValue(sent, "\0");
                Assert.Contains(text.Name, UnstorableTexts.In(sent));
            }
        }
    }

    [Fact]
    public void Texts_in_lists_and_rows_are_looked_at() =>
        Assert.Equal(["Names[1]", "Rows[0].Name"], UnstorableTexts.In(new Form { Names = ["a", "\0"], Rows = [new Row("\uD800")] }));

    private sealed record Form
    {
        public IReadOnlyList<string> Names { get; init; } = [];
        public IReadOnlyList<Row> Rows { get; init; } = [];
    }

    private sealed record Row(string Name);
}

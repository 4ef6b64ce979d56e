using System.Globalization;
using CoBuilding.Texts;
using CoBuilding.Web.Shell;

namespace CoBuilding.Web.Tests.Shell;

public sealed class JournalTextTests
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void A_table_is_named_by_its_room(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        Assert.Equal(Wording.T("Meetings.Table_invitations"), JournalText.Subject("invitations"));
        Assert.Equal("nowhere", JournalText.Subject("nowhere"));
    }

    [Fact]
    public void An_action_of_one_room_is_named_by_it_and_those_of_all_by_the_journal()
    {
        Assert.Equal(Wording.T("Jobs.Action_tried"), JournalText.Action("tried"));
        Assert.Equal(Wording.T("Journal.Action_added"), JournalText.Action("added"));
        Assert.Equal("never", JournalText.Action("never"));
    }

    [Fact]
    public void A_field_of_one_room_is_named_by_it() =>
        Assert.Equal(Wording.T("Warnings.Field_NoticeDays"), Assert.Single(JournalText.Columns("""{"NoticeDays":3}""")).Label);

    [Fact]
    public void Tables_are_listed_by_their_names()
    {
        Assert.Equal(JournalText.Subjects.Order(StringComparer.Ordinal), JournalText.Subjects);
        Assert.Equal("accounts", JournalText.Subjects[0]);
    }
}
